/** The other half of the lives, in a process of its own beside the first. */
import { liveAnyLives } from './any-lives.js';

liveAnyLives(1, 2);
