# What runs and nothing else: no compiler, no tests, no package index once it is built.
FROM python:3.11-slim AS build
WORKDIR /zhitu
RUN python -m venv /venv
COPY requirements-run.txt ./
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-run.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation -e .

FROM node:22-slim AS web
WORKDIR /zhitu/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY web ./
RUN npm run --silent build

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home zhitu && install --directory --owner zhitu --mode 0700 /data
COPY --from=build /venv /venv
COPY --from=build /zhitu /zhitu
COPY --from=web /zhitu/app/pages/static/explorer /zhitu/app/pages/static/explorer
WORKDIR /zhitu
# The embedded engine's graph, where no Neo4j is named.
VOLUME /data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 ZHITU_STORE=/data/store ZHITU_LOG_FORM=json
USER 10001
EXPOSE 8000
# Alive, not ready: to start it anew does not bring a database back.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["zhitu", "serve", "--host", "0.0.0.0", "--port", "8000"]
