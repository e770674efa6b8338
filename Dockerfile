# The machine and the steps of .ci/run, which a test holds it to.
#   docker build --tag tempcheck .                     the tool, and this repository's report
#   docker build --target tested .                     everything that .ci/run does
#   docker run --rm --volume "$PWD:/project" tempcheck build

FROM node:22.20.0-bookworm-slim AS report
# Fixed versions of Debian's packages go from its mirrors with each update.
# hadolint ignore=DL3008
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends chromium git \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o 1000 -g 1000 /home/node/tempcheck /project
USER 1000
WORKDIR /home/node/tempcheck
COPY --chown=1000:1000 . .
RUN npm ci && npm start

FROM report AS tested
ENV CI=true
RUN npm run docs
RUN npm ci && npm run test:all

FROM report AS tool
ENV CHROMIUM=/usr/bin/chromium
WORKDIR /project
ENTRYPOINT ["node", "/home/node/tempcheck/bin/tempcheck.js"]
CMD ["--help"]
