/** Says of a route that it opens the article whose slug is in its address. */
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

export const OpensArticle = () => RouteConfig({ opensArticle: true });

/** @returns null where a request opens none */
export function slugOfOpened({ routeOptions, params }: FastifyRequest): string | null {
  if (!('opensArticle' in routeOptions.config)) return null;
  return (params as { slug: string }).slug;
}
