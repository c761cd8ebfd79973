/**
 * The page of a report in Typst. It is fixed: what a report says is read from report.json, as data, so that no text of a
 * record is ever read as markup.
 */
export const reportTypst = String.raw`
#let report = json("report.json")
#let words = report.words
#set document(title: report.title, author: report.by, date: datetime(
  year: report.date.year, month: report.date.month, day: report.date.day,
  hour: report.date.hour, minute: report.date.minute, second: report.date.second))
#set text(font: ("Libertinus Serif", "DejaVu Sans"), size: 10.5pt, lang: report.language, fill: rgb("#1b1f24"))
#set page(paper: "a4", margin: (x: 2cm, top: 2.2cm, bottom: 2.2cm), numbering: "1 / 1", footer: context [
  #set text(size: 8pt, fill: rgb("#47525d"))
  #report.title #h(1fr) #words.page #counter(page).display("1 / 1", both: true)
])
#set par(leading: 0.62em)
#set list(marker: none)
#show regex("\(0–1\)"): it => box(it)
#show link: set text(fill: rgb("#1f4e79"))
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.9em, sticky: true, stroke: (bottom: 0.6pt + rgb("#d5dbe1")), inset: (bottom: 0.3em), width: 100%)[
  #set text(size: 13pt)
  #it.body
]
#let capital(text) = upper(text.first()) + text.slice(text.first().len())
#let cited(of, begins: false) = {
  set text(size: 0.82em, fill: rgb("#47525d"))
  if of.cites.len() > 0 {
    [\[]
    of.cites.map(c => link(label(c.to), c.text)).join("; ")
    [\]]
  } else if of.from.len() > 0 {
    let said = if of.from.len() == 1 { words.from } else { words.fromMany }
    (if begins { capital(said) } else { said }) + " "
    of.from.map(n => link(label("table-" + str(n)), str(n))).join(", ")
  } else { words.unstated }
}
#let table-cell(c) = table.cell(align: (if c.number { right } else { left }) + top, c.text)
#let grid-of(columns, head, rows, numeric) = {
  set text(font: "DejaVu Sans", stretch: 75%, size: 7pt)
  set par(leading: 0.5em, justify: false)
  table(
    columns: columns.map(c => if c == 0 { auto } else { c * 1fr }),
    inset: (x: 3pt, y: 3.4pt),
    align: (x, y) => if y > 0 { left + top } else if numeric.at(x, default: false) { right + bottom } else { left + bottom },
    stroke: (x, y) => (bottom: 0.4pt + rgb("#d5dbe1")),
    fill: (x, y) => if y == 0 { rgb("#eef2f5") },
    table.header(repeat: true, ..head.map(h => strong(h))),
    ..rows.flatten(),
  )
}

= #report.title
#text(size: 12pt, fill: rgb("#47525d"), report.question)

== #words.findings
#enum(spacing: 0.9em, ..report.findings.map(f => [
  #box(fill: rgb("#1f4e79"), radius: 2pt, inset: (x: 3pt, y: 1.5pt), baseline: 1.5pt, text(font: "DejaVu Sans", size: 6.5pt, weight: "bold", fill: white, f.step))
  #f.text #cited(f)
]))

#for part in report.tables [
  == #words.table #part.number. #part.title #label("table-" + str(part.number))
  #if part.note != none { block(sticky: true, text(size: 9pt, fill: rgb("#47525d"), part.note)) }
  #if part.chart != none { block(above: 0.9em, below: 0.9em, sticky: true, image(part.chart.file, alt: part.chart.alt, width: calc.min(100%, part.chart.share * 100%))) }
  #if not part.sourced { block(sticky: true, text(size: 11pt, cited((cites: (), from: part.from), begins: true) + ".")) }
  #grid-of(part.widths, part.columns + if part.sourced { (words.rests,) } else { () },
    part.rows.map(r => r.cells.map(table-cell) + if part.sourced { (cited(r),) } else { () }), part.numeric)
]

#if report.figures.len() > 0 [
  == #words.figures
  #grid-of((0, 2, 1, 1, 3.2, 0), ("", words.figure, words.dataset, words.version, words.query, words.reference),
    report.figures.map(f => (
      [D#f.number #label("figure-" + str(f.number))], f.what, f.dataset, f.version, f.query, link(label("ref-" + str(f.reference)), "[" + str(f.reference) + "]"))), ())
]

== #words.references
#for r in report.references [
  #block(above: 0.65em, grid(columns: (2.2em, 1fr), [#r.number. #label("ref-" + str(r.number))], r.text))
]

== #words.made
#for (what, value) in report.made [
  #block(above: 0.65em)[*#what*: #value]
]
`
