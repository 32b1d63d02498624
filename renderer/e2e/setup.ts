import { ensureBuilt } from '../../scripts/build.ts';

/** Builds once before all end-to-end tests: two windows that find an old build at the same time would both begin to build it. */
export default ensureBuilt;
