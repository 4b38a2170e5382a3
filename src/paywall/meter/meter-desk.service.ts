/** Staff set the site's meter; they name sections by their slugs. */
import { Injectable } from '@nestjs/common';
import { SectionDesk } from '../../articles/desk/section-desk.service.js';
import { unknownSections } from './meter.errors.js';
import { type MeterSettings, MeterSettingsRepository } from './meter-settings.repository.js';

export type MeterTerms = Omit<MeterSettings, 'exemptSectionIds'> & { exemptSections: string[] };

@Injectable()
export class MeterDesk {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly sections: SectionDesk,
  ) {}

  async show(): Promise<MeterTerms> {
    const [{ exemptSectionIds, ...terms }, sections] = await Promise.all([
      this.settings.read(),
      this.sections.list(),
    ]);
    const exempt = sections.filter(({ id }) => exemptSectionIds.includes(id));
    return { ...terms, exemptSections: exempt.map(({ slug }) => slug) };
  }

  /**
   * From the next request on; what is not named stays as it is, and what readers have spent stays spent.
   * @throws Problem 422 that names the field `exemptSections`
   */
  async change({ exemptSections, ...terms }: Partial<MeterTerms>): Promise<MeterTerms> {
    await this.settings.write(
      exemptSections === undefined
        ? terms
        : { ...terms, exemptSectionIds: await this.idsOf(exemptSections) },
    );
    return this.show();
  }

  private async idsOf(slugs: string[]): Promise<string[]> {
    const known = new Map((await this.sections.list()).map(({ slug, id }) => [slug, id]));
    const unknown = slugs.filter((slug) => !known.has(slug));
    if (unknown.length > 0) throw unknownSections(unknown);
    return slugs.flatMap((slug) => known.get(slug) ?? []);
  }
}
