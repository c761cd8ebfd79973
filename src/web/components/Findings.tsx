import type { Finding } from '#domain/finding'
import { useWords } from '../language.ts'
import { EvidenceLinks } from './EvidenceLinks.tsx'

/** Findings as sentences, each with what it rests on. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language } = useWords()
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.id}>
          <span className="step">{finding.step}</span>
          <span style={{ flex: 1 }}>{language === 'vi' ? finding.statementVi : finding.statement}</span>
          <EvidenceLinks evidence={finding.evidence} />
        </li>
      ))}
    </ul>
  )
}
