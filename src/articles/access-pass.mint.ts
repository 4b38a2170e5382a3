/** Mints the pass that opens an article's gated text. Only the paywall may import this file (dependency rule). */

/** What let the reader in. */
export type AccessVia =
  | 'public'
  | 'registration'
  | 'meter'
  | 'membership'
  | 'gift'
  | 'institution'
  | 'crawler'
  | 'editor'
  | 'preview';

interface Opened {
  readonly id: string;
  readonly version: number;
}

/** Cannot be made from a literal or by another file: the constructor and a field are private. */
export class AccessPass {
  private constructor(
    private readonly opens: Opened,
    readonly via: AccessVia,
  ) {}

  /** The id of the one article that this pass opens. */
  get articleId(): string {
    return this.opens.id;
  }

  /** The only version that it opens: what was decided about another may not hold for this one. */
  get version(): number {
    return this.opens.version;
  }

  static mint(article: Opened, via: AccessVia): AccessPass {
    return new AccessPass(article, via);
  }
}

/**
 * @param article as it was when it was decided
 * @param decision the paywall's, so that a refusal cannot be minted from
 */
export function mintAccessPass(
  article: Opened,
  decision: { granted: true; via: AccessVia },
): AccessPass {
  return AccessPass.mint(article, decision.via);
}
