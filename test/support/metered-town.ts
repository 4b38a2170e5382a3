/** A town with metered articles, whose proxy is trusted, and whose meter is set as a test needs it. */
import { type TestTown, publish, startTestTown } from './town.js';

export interface MeteredTown extends TestTown {
  admin: string;
  slugs: string[];
  /** What is not named stays as it is. */
  setMeter(change: object): Promise<void>;
}

const settings = { anonymousLimit: 3, registeredLimit: 3, window: 'calendar-month' };

export async function startMeteredTown(articles: number): Promise<MeteredTown> {
  const town = await startTestTown({ TRUST_PROXY: 'loopback', ACCESS_TOKEN_TTL: '86400' });
  const admin = await town.staff('admin');
  const slugs = Array.from({ length: articles }, (_, index) => `metered-${index + 1}`);
  await Promise.all(slugs.map((slug) => publish(town, admin, { slug, gate: 'metered' })));
  const setMeter = async (change: object): Promise<void> => {
    const { status, text } = await town.ask('PUT', '/api/v1/admin/settings/meter', {
      token: admin,
      body: { ...settings, ...change },
    });
    if (status !== 200) throw new Error(`The meter was not set: ${text}`);
  };
  await setMeter({});
  return { ...town, admin, slugs, setMeter };
}
