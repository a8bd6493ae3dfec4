export * from './compare-field.ts';
export * from './compare-trades.ts';
export * from './profile.ts';
