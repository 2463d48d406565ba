# Built with what it takes to compile, run with what it takes to run: Node, the program, its words and views.
FROM node:22-bookworm-slim AS build
WORKDIR /app
# better-sqlite3 is compiled where no ready binary fits
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY server server
COPY views views
COPY tsconfig.json ./
RUN npm run -s build && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/mentornettverk.db
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY package.json ./
COPY migrations migrations
COPY content content
COPY views views
# Only /data is written to, and only with the embedded database: the root may be read-only
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/internal/isalive').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# A small heap is tidied up more often: half the memory for a few percent of the processor
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=4", "build/server/main.js"]
