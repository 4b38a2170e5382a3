/** What staff are told of how an article would be read. */
import { ApiProperty } from '@nestjs/swagger';
import { type Gate, gates } from '../../articles/article.js';
import type { PreviewedAccess } from '../../paywall/decision/access-preview.service.js';
import { type MadeUpKind, madeUpKinds } from '../../paywall/decision/made-up-reader.rules.js';
import {
  type Denial,
  type Via,
  denials,
  ways,
} from '../../paywall/decision/decide-access.rules.js';

const shown = ['whole-text', 'public-part'] as const;

export class AllowanceInQuestionView {
  /** Distinct articles a window. */
  limit: number;
  /** As she comes. */
  used: number;
  remaining: number;
}

export class AccessPreviewView {
  @ApiProperty({ enum: madeUpKinds, nullable: true, type: String })
  as: MadeUpKind | null;
  memberId: string | null;
  at: Date;
  /** As it stands then, by its schedule. */
  @ApiProperty({ enum: gates })
  gate: Gate;
  granted: boolean;
  @ApiProperty({ enum: ways, nullable: true, type: String })
  via: Via | null;
  @ApiProperty({ enum: denials, nullable: true, type: String })
  denial: Denial | null;
  @ApiProperty({ enum: shown })
  shows: (typeof shown)[number];
  /** Why, in one to three sentences. */
  explanation: string;
  /** Her allowance, where it counts for this article. */
  meter: AllowanceInQuestionView | null;
}

export function presentAccessPreview(
  { at, gate, decision, meter, explanation }: PreviewedAccess,
  { as = null, memberId = null }: { as?: MadeUpKind | null; memberId?: string | null },
): AccessPreviewView {
  return {
    as,
    memberId,
    at,
    gate,
    granted: decision.granted,
    via: decision.granted ? decision.via : null,
    denial: decision.granted ? null : decision.denial,
    shows: decision.granted ? 'whole-text' : 'public-part',
    explanation,
    meter: meter && {
      limit: meter.limit,
      used: meter.used,
      remaining: Math.max(0, meter.limit - meter.used),
    },
  };
}
