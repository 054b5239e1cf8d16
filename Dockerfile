FROM python:3.11-slim AS build
WORKDIR /zhitu
RUN python -m venv /venv
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e .

FROM python:3.11-slim
RUN useradd --create-home zhitu
COPY --from=build /venv /venv
COPY --from=build /zhitu /zhitu
WORKDIR /zhitu
USER zhitu
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s CMD ["/venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz')"]
CMD ["sh", "-c", "/venv/bin/zhitu load examples/briefings && exec /venv/bin/zhitu serve --host 0.0.0.0 --port 8000"]
