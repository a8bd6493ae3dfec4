export { LIE_KINDS, type Lie, type LieKind, makeLie } from './make-lie.ts';
