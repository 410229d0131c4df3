# syntax=docker/dockerfile:1
# Three stages: browser assets from the npm lock, Python libraries from the hashed lock, and what runs.
ARG PYTHON=3.13-slim-trixie

FROM node:24-trixie-slim AS assets
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
# Debian stable only changes to mend security, and old versions leave its archive: no version is named.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
COPY tools/assets.py tools/icons.txt tools/
RUN python3 tools/assets.py

FROM python:${PYTHON} AS libraries
WORKDIR /src
COPY requirements/base.txt requirements/uv.txt requirements/
RUN python -m venv /opt/ksd \
    && /opt/ksd/bin/pip install --no-cache-dir --require-hashes -r requirements/uv.txt \
    && /opt/ksd/bin/uv pip sync --no-cache --python /opt/ksd/bin/python --compile-bytecode --require-hashes \
        requirements/base.txt

FROM python:${PYTHON} AS site
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin ksd \
    && install -d -o ksd -g ksd /data /app
ENV PATH=/opt/ksd/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=ksd.settings \
    KSD_VAR=/data \
    KSD_STATIC_ROOT=/app/collected \
    KSD_COLLECTED=1
WORKDIR /app
COPY --from=libraries /opt/ksd /opt/ksd
COPY --chown=root:root . .
COPY --from=assets /src/vendor vendor
# Catalogues and hashed static files belong to the image; the key here is never used to sign anything.
RUN for po in locale/*/LC_MESSAGES/django.po; do \
        if [ -e "$po" ]; then python -m babel.messages.frontend -q compile -i "$po" -o "${po%.po}.mo"; fi; \
    done \
    && KSD_VAR=/tmp/build KSD_SECRET_KEY=only-while-building python manage.py collectstatic --noinput -v 0 \
    && python -m compileall -q ksd regions agreements meetings boundaries \
    && rm -rf /tmp/build
USER 10001:10001
VOLUME ["/data"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=40s --retries=4 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/readyz', headers={'Host': 'localhost', 'X-Forwarded-Proto': 'https'}), timeout=5)"]
ENV WEB_CONCURRENCY=5
CMD ["gunicorn", "ksd.wsgi:application", "--config", "deploy/gunicorn.conf.py", "--bind", "0.0.0.0:8000", \
     "--worker-tmp-dir", "/dev/shm"]
