/** Reads the roll of members as it is written, piece by piece, and saves it when it is whole. */
import { useEffect, useRef, useState } from 'react';
import { api, type Query } from '../../api/client.js';
import { sentenceOf } from '../../api/refusal.js';
import { CsvCount } from './csv-count.js';
import { saveFile } from './save-file.js';

export interface ExportInHand {
  phase: 'asked' | 'running' | 'done';
  /** So far. */
  members: number;
  bytes: number;
  refusal: string | null;
  begin: () => void;
  stop: () => void;
}

const nothing = { members: 0, bytes: 0 };

export function useExport(filter: Query): ExportInHand {
  const [phase, setPhase] = useState<ExportInHand['phase']>('asked');
  const [soFar, setSoFar] = useState(nothing);
  const [refusal, setRefusal] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => running.current?.abort();
  // Whoever leaves the page wants no file any more.
  useEffect(() => () => running.current?.abort(), []);

  const run = async (signal: AbortSignal) => {
    const answer = await api.stream('/admin/members/export', filter, signal);
    const count = new CsvCount();
    const pieces: BlobPart[] = [];
    for await (const piece of piecesOf(answer)) {
      pieces.push(piece);
      count.take(piece);
      // The first line is the head.
      setSoFar({ members: Math.max(0, count.lines - 1), bytes: count.bytes });
    }
    saveFile(new Blob(pieces, { type: 'text/csv' }), 'members.csv');
    setPhase('done');
  };

  const begin = () => {
    const controller = new AbortController();
    running.current = controller;
    setPhase('running');
    setSoFar(nothing);
    setRefusal(null);
    run(controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted) return;
      setPhase('asked');
      setRefusal(
        error instanceof TypeError
          ? 'The file broke off before its end; nothing was kept. Try again.'
          : sentenceOf(error),
      );
    });
  };
  return { phase, ...soFar, refusal, begin, stop };
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
