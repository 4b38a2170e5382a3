/** Follows requests and jobs through the process, and tells OpenTelemetry's collector. Loaded where that is asked for. */
import type { IncomingMessage } from 'node:http';
import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  context,
  propagation,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Tracing, type Work, traceWith } from './spans.js';

interface Options {
  readonly url: string;
  readonly service: string;
  /** Whose requests go on with a trace that they name; everybody else's begin one. */
  readonly isTrusted: (request: IncomingMessage) => boolean;
}

const kinds = { client: SpanKind.CLIENT, job: SpanKind.CONSUMER } as const;

export class OpenTelemetry implements Tracing {
  private readonly provider: NodeTracerProvider;
  private readonly isTrusted: Options['isTrusted'];
  private readonly ofRequests = new WeakMap<FastifyRequest, Span>();

  constructor({ url, service, isTrusted }: Options) {
    this.isTrusted = isTrusted;
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
    });
    // W3C's traceparent, and what is asked below finds the span around it.
    this.provider.register();
    traceWith(this);
  }

  get traceId(): string | undefined {
    return trace.getActiveSpan()?.spanContext().traceId;
  }

  get isFollowing(): boolean {
    return trace.getActiveSpan()?.isRecording() ?? false;
  }

  span<T>({ name, kind, attributes }: Work, act: () => Promise<T>): Promise<T> {
    const around = kind === 'job' ? ROOT_CONTEXT : context.active();
    const options = { kind: kinds[kind], ...(attributes && { attributes }) };
    return this.tracer.startActiveSpan(name, options, around, async (span) => {
      try {
        return await act();
      } catch (error) {
        // Its kind and no more: what an error says may hold what somebody has sent.
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  /** Must be called before any hook that asks for something. */
  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _reply, done) => {
      const caller = this.isTrusted(request.raw)
        ? propagation.extract(ROOT_CONTEXT, request.headers)
        : ROOT_CONTEXT;
      const route = routeOf(request);
      const attributes = {
        'http.request.method': request.method,
        ...(route && { 'http.route': route }),
      };
      const span = this.tracer.startSpan(
        route === undefined ? request.method : `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes },
        caller,
      );
      this.ofRequests.set(request, span);
      context.with(trace.setSpan(caller, span), done);
    });
    server.addHook('onResponse', (request, reply, done) => {
      this.end(request, reply);
      done();
    });
    // Whoever leaves before the answer gets none, and the work for her is over.
    server.addHook('onRequestAbort', (request, done) => {
      this.ofRequests.get(request)?.setAttribute('error.type', 'aborted').end();
      this.ofRequests.delete(request);
      done();
    });
  }

  /** What is still to be told is told, if somebody listens. */
  async stop(): Promise<void> {
    traceWith(null);
    await this.provider.shutdown().catch(() => undefined);
    trace.disable();
    context.disable();
    propagation.disable();
  }

  private get tracer() {
    return this.provider.getTracer('broadsheet');
  }

  private end(request: FastifyRequest, { statusCode }: FastifyReply): void {
    const span = this.ofRequests.get(request);
    if (span === undefined) return;
    const attributes: Attributes = { 'http.response.status_code': statusCode };
    span.setAttributes(attributes);
    if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }
}

/** As it was declared: what stands in the address may be a secret. */
const routeOf = (request: FastifyRequest): string | undefined => request.routeOptions.url;
