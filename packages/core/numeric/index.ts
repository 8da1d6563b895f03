export { mean, weightedMean } from './average.ts';
export { betaBelow, countShareBounds } from './beta.ts';
export { gammaBelow, gammaQuantile, where } from './gamma.ts';
export { generator, xoshiro, type Generator } from './generator.ts';
export { normalQuantile } from './normal.ts';
export { inOrder, median, quantile, quantileInPlace, sortedQuantile } from './quantile.ts';
export { resampleCounts } from './resample.ts';
export { exponential, logarithm, power } from './same-everywhere.ts';
export { sha256 } from './sha256.ts';
