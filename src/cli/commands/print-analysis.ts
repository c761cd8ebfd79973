import type { Analysis } from '#domain/analysis'
import { type Terminal, wrap } from '../terminal.ts'

/** An analysis as other programs read it. */
export function analysisJson({ id, instrument, version, request, findings, result }: Analysis): object {
  return {
    id,
    instrument,
    version,
    request,
    findings: findings.map(({ evidence, ...rest }) => ({
      ...rest,
      evidence: evidence.map(({ id: of, source, locator }) => ({ id: of, source, locator })),
    })),
    result,
  }
}

/** Prints the findings of an analysis for a person to read. */
export function printAnalysis(analysis: Analysis, inVietnamese: boolean, to: Terminal): void {
  const frame = analysis.result['case'] as { title?: string; titleVi?: string | null } | undefined // an instrument may have none
  const title = (inVietnamese ? frame?.titleVi : undefined) ?? frame?.title ?? ''
  to.out(`\n${title}  [${analysis.id}]`)
  for (const finding of analysis.findings) {
    const text = inVietnamese ? finding.statementVi : finding.statement
    const places = [...new Set(finding.evidence.map((e) => [e.source, e.locator].filter(Boolean).join(', ')))]
    const rests =
      places.length === 0
        ? ''
        : ` (${places.slice(0, 3).join('; ')}${places.length > 3 ? `; +${places.length - 3}` : ''})`
    to.out(`  ${finding.step.padEnd(4)}${wrap(`${text}${rests}`, 104, '      ')}`)
  }
}
