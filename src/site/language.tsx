/** Hands the publication and its language down to every part of a page. */

import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Publication } from '../platform/publication/publication.js';
import type { Language } from '../words/language.js';

export interface Voice {
  publication: Publication;
  language: Language;
}

const VoiceContext = createContext<Voice | null>(null);

export function Speaking({ voice, children }: { voice: Voice; children: ComponentChildren }) {
  return <VoiceContext.Provider value={voice}>{children}</VoiceContext.Provider>;
}

export function useLanguage(): Language {
  return useVoice().language;
}

export function usePublication(): Publication {
  return useVoice().publication;
}

function useVoice(): Voice {
  const voice = useContext(VoiceContext);
  if (voice === null) throw new Error('Nobody says in which language this page speaks.');
  return voice;
}
