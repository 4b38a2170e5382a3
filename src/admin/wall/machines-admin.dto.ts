/** What machines may have, as staff see and set it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import {
  type AiCrawlerRule,
  aiCrawlerRules,
} from '../../paywall/machines/machine-settings.repository.js';

export class MachineSettingsBody {
  /** Search engines that prove by their address who they are get the whole text. */
  @IsBoolean()
  searchEnginesReadAll: boolean;

  /** `licensed`: AI crawlers that say they are one get 402 with the licence. */
  @IsIn(aiCrawlerRules)
  @ApiProperty({ enum: aiCrawlerRules })
  aiCrawlers: AiCrawlerRule;
}
