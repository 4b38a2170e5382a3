/** Keeps what took long to find out, the longer the dearer it was: so that asking again costs next to nothing. */

/** Milliseconds. What is found out sooner is found out anew each time. */
const dear = 2_000;

/** So many times as long as it took, an answer is kept: those who ask take a sixtieth of one connection at most. */
const times = 60;

/** Answers at once; each key is a question of its own. */
const most = 20;

export class KeptAnswers<Key, Answer> {
  private readonly answers = new Map<Key, Promise<Answer>>();

  /** Who asks while it is being found out waits for the same answer. A failure is not kept. */
  get(key: Key, find: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const began = performance.now();
    const answer = find();
    if (this.answers.size < most) this.answers.set(key, answer);
    const forget = (): void => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
    };
    answer.then(() => {
      const took = performance.now() - began;
      if (took < dear) forget();
      else setTimeout(forget, took * times).unref();
    }, forget);
    return answer;
  }
}
