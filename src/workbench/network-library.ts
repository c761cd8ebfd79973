import louvainModule from 'graphology-communities-louvain'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import closenessModule from 'graphology-metrics/centrality/closeness.js'
import eigenvectorModule from 'graphology-metrics/centrality/eigenvector.js'

// The packages are CommonJS whose module is the function itself; their types speak of a `default` within it, which Node does not have.
export const betweennessOf = betweennessModule as unknown as typeof betweennessModule.default
export const closenessOf = closenessModule as unknown as typeof closenessModule.default
export const eigenvectorOf = eigenvectorModule as unknown as typeof eigenvectorModule.default
export const louvain = louvainModule as unknown as typeof louvainModule.default
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
