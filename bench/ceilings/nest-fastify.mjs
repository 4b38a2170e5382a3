/** What a framework leaves: one Nest controller on Fastify, sending given bytes, without any guard, pipe or hook. */
import 'reflect-metadata';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { bytes, contentType, ready } from './ceiling.mjs';

class Bytes {
  /** @returns {string} */
  read() {
    return bytes;
  }
}
const method = /** @type {TypedPropertyDescriptor<unknown>} */ (
  Object.getOwnPropertyDescriptor(Bytes.prototype, 'read')
);
Get('/')(Bytes.prototype, 'read', method);
Header('content-type', contentType)(Bytes.prototype, 'read', method);
Controller()(Bytes);

class Bare {}
Module({ controllers: [Bytes] })(Bare);

const app = await NestFactory.create(Bare, new FastifyAdapter(), { logger: ['error'] });
await app.listen(0, '127.0.0.1');
ready(Number(new URL(await app.getUrl()).port));
