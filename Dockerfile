# syntax=docker/dockerfile:1
# Broadsheet for production: what was built, and what it needs to run. `npm run image:rehearse` does these steps in plain
# folders and starts the result. How it is run: docs/operating.md.

FROM node:24-slim AS build
WORKDIR /broadsheet
COPY package.json package-lock.json ./
COPY simulator/package.json simulator/
COPY console/package.json console/
# Nothing here wants its install script: binaries come ready made.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json prisma.config.ts ./
COPY scripts scripts
COPY prisma prisma
COPY src src
COPY simulator simulator
COPY console console
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /broadsheet
COPY package.json package-lock.json ./
COPY simulator/package.json simulator/
COPY console/package.json console/
COPY scripts/image/prune.mjs scripts/image/
# Then what nothing leads to, Prisma for other databases, and what only people and compilers read: 521 MB become some 115.
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --workspaces=false \
 && node scripts/image/prune.mjs \
 && find node_modules/@prisma/client/runtime -name '*_bg.*' ! -name '*postgresql*' -delete \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-slim
# The settings of the C library and the heap's flags are those of start:prod; docs/operating.md says what they are for.
ENV NODE_ENV=production MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=1048576 HOST=0.0.0.0 PORT=3000
WORKDIR /broadsheet
COPY package.json ./
COPY scripts/launch.mjs scripts/build.mjs scripts/build-lock.mjs scripts/
COPY scripts/image/healthcheck.mjs scripts/image/
COPY prisma/migrations prisma/migrations
COPY publication publication
COPY --from=dependencies /broadsheet/node_modules node_modules
COPY --from=build /broadsheet/console/dist console/dist
COPY --from=build /broadsheet/dist dist
# Owns none of the files: whoever breaks in changes none.
USER node
EXPOSE 3000
# Ready, not only alive: what stands in front waits for it. Docker restarts nothing that is unhealthy.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["node", "scripts/image/healthcheck.mjs"]
# No shell and no npm between: SIGTERM arrives, and as the first process it is answered (src/ending.ts).
CMD ["node", "--max-semi-space-size=2", "--heap-growing-percent=15", "--compact-on-every-full-gc", "--memory-saver-mode", "--external-memory-accounted-in-global-limit", "dist/src/main.js"]
