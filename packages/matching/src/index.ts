export * from './choose-pair.ts';
export * from './compare-field.ts';
export * from './compare-trades.ts';
export * from './pairing-keys.ts';
export * from './profile.ts';
