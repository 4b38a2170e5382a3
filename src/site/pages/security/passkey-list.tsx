/** Her passkeys, each with its name, when it was used, and how to rename or remove it. */

import { useLanguage } from '../../language.js';
import { TextField } from '../../parts/form.js';
import { paths } from '../../site-paths.js';

export interface PasskeyProps {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export function PasskeyList({ passkeys }: { passkeys: readonly PasskeyProps[] }) {
  const { none } = useLanguage().words.security.passkeys;
  if (passkeys.length === 0) return <p>{none}</p>;
  return (
    <ul class="holdings">
      {passkeys.map((passkey) => (
        <Passkey key={passkey.id} passkey={passkey} />
      ))}
    </ul>
  );
}

function Passkey({ passkey: { id, name, createdAt, lastUsedAt } }: { passkey: PasskeyProps }) {
  const { words, format } = useLanguage();
  const { passkeys } = words.security;
  const used = lastUsedAt === null ? passkeys.unused : passkeys.used(format.date(lastUsedAt));
  return (
    <li>
      <p class="holding">{name}</p>
      <p class="hint">
        {passkeys.added(format.date(createdAt))}, {used}
      </p>
      <details>
        <summary>{passkeys.change(name)}</summary>
        <form method="post" action={paths.passkeyRename(id)}>
          <TextField
            id={`name-${id}`}
            name="name"
            type="text"
            label={passkeys.name}
            autocomplete="off"
            maxlength={60}
            value={name}
          />
          <button class="button button-quiet" type="submit">
            {passkeys.rename}
          </button>
        </form>
        <form method="post" action={paths.passkeyRemove(id)}>
          <button class="button button-quiet" type="submit">
            {passkeys.remove}
          </button>
        </form>
      </details>
    </li>
  );
}
