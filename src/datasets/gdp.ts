import { noYear, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription } from './dataset.ts'

const estimate = (name: string, about: string, unit: string): ColumnDescription => ({
  name,
  about,
  type: 'number',
  unit,
  gather: 'mean',
  missing: 'not estimated',
})

/** Gross domestic product and population with the uncertainty of their estimates. */
export const gdp: DatasetDescription = {
  id: 'gdp',
  title: 'Gross domestic product and population, with standard deviations',
  producer: 'Christopher Fariss, Therese Anders, Jonathan Markowitz, Miriam Barnum',
  citation:
    'Fariss, Christopher, Therese Anders, Jonathan Markowitz and Miriam Barnum (2022), New Estimates of Over 500 Years of Historic GDP and Population Data, Journal of Conflict Resolution 66(3).',
  licence: 'see the producer; with citation',
  version: 'as simulated in isard (1816–2019)',
  url: 'https://doi.org/10.7910/DVN/FALCGS',
  quirks: [
    'Every value is the mean of simulations and has a standard deviation: use both.',
    'mrgdppc follows Maddison; pwtrgdp and pwtpop follow the Penn World Table.',
    'Early years are estimated from few sources: their deviations are wide.',
  ],
  tables: [
    {
      name: 'gdp',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state', type: 'state' },
        yearColumn,
        estimate('gdp_per_head', 'GDP per head (Maddison)', '2011 USD'),
        estimate('gdp_per_head_sd', 'its standard deviation', '2011 USD'),
        estimate('gdp', 'GDP (Penn World Table)', 'million 2017 USD at purchasing power'),
        estimate('gdp_sd', 'its standard deviation', 'million 2017 USD at purchasing power'),
        estimate('population', 'population (Penn World Table)', 'million persons'),
        estimate('population_sd', 'its standard deviation', 'million persons'),
      ],
      key: ['state', 'year'],
      coverage: {
        from: 1816,
        to: 2019,
        states: 'members of the Correlates of War or Gleditsch–Ward system',
        universe: 'cow',
      },
      absence: { means: 'missing', because: 'the state is not in the file in that year' },
      layouts: [
        {
          id: 'simulated',
          about: 'state-years: ccode, year, mrgdppc, sd_mrgdppc, pwtrgdp …',
          columns: ['ccode', 'year', 'mrgdppc', 'sd_mrgdppc', 'pwtrgdp', 'sd_pwtrgdp', 'pwtpop', 'sd_pwtpop'],
          format: 'csv',
          year: 'whole(year)',
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: {
            year: 'whole(year)',
            gdp_per_head: 'amount(mrgdppc)',
            gdp_per_head_sd: 'amount(sd_mrgdppc)',
            gdp: 'amount(pwtrgdp)',
            gdp_sd: 'amount(sd_pwtrgdp)',
            population: 'amount(pwtpop)',
            population_sd: 'amount(sd_pwtpop)',
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
