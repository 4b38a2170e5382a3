/** What staff note about a member. */
import { ArrayMaxSize, IsArray, IsString, Length, Matches, MaxLength } from 'class-validator';

export class NoteRequest {
  /** Plain text; she gets it with everything else that is held about her. */
  @IsString()
  @Length(1, 5_000)
  @Matches(/\S/, { message: 'must say something' })
  text: string;
}

export class LabelsRequest {
  /** All of them: what is not named is taken away. Lower case, words joined by hyphens. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  labels: string[];
}
