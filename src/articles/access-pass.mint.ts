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

/** Cannot be made from a literal or by another file: the constructor and a field are private. */
export class AccessPass {
  private constructor(
    private readonly opens: string,
    readonly via: AccessVia,
  ) {}

  /** The id of the one article that this pass opens. */
  get articleId(): string {
    return this.opens;
  }

  static mint(articleId: string, via: AccessVia): AccessPass {
    return new AccessPass(articleId, via);
  }
}

/** @param decision the paywall's, so that a refusal cannot be minted from */
export function mintAccessPass(
  articleId: string,
  decision: { granted: true; via: AccessVia },
): AccessPass {
  return AccessPass.mint(articleId, decision.via);
}
