/** One half of the lives; a failure of either half is repeated here. */
import { liveAnyLives } from './any-lives.js';

liveAnyLives(0, 2);
