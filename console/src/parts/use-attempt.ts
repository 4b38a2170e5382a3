/** Something that is tried at the API: whether it is under way, and why it was refused. */
import { useState } from 'react';
import { sentenceOf } from '../api/refusal.js';

export interface Attempt {
  isBusy: boolean;
  /** A sentence; null while nothing is wrong. */
  refusal: string | null;
  /** What the work throws is kept as the refusal: this never rejects. */
  attempt: (work: () => Promise<void>) => Promise<void>;
  forget: () => void;
}

export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      setRefusal(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, attempt, forget: () => setRefusal(null) };
}
