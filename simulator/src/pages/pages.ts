/** All pages people see, and the stylesheet they share. */
import type { FastifyInstance } from 'fastify';
import type { Simulator } from '../simulator.js';
import { registerCheckout } from './checkout-routes.js';
import { registerInvoice } from './invoice-routes.js';
import { STYLESHEET_PATH } from './layout.js';
import { registerPortal } from './portal-routes.js';
import { STYLESHEET } from './stylesheet.js';
import { registerThreeDSecure } from './three-d-secure-routes.js';

export function registerPages(server: FastifyInstance, simulator: Simulator): void {
  server.get(STYLESHEET_PATH, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=300').send(STYLESHEET),
  );
  registerCheckout(server, simulator);
  registerThreeDSecure(server, simulator);
  registerInvoice(server, simulator);
  registerPortal(server, simulator);
}
