"""The description of the API, as OpenAPI has it: true to what is answered and to what may be asked."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

METHODS = ("get", "post")
OTHERS = ("HTTPValidationError", "ValidationError")  # what FastAPI says by itself; the desk has one shape for refusals


def describe(app: FastAPI) -> None:
    """Makes the app describe itself so: what cannot be asked is a 400, and a parameter may be left empty."""

    def description() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = description  # type: ignore[method-assign]  # as FastAPI's documentation has it


def _described(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    for path in found["paths"].values():
        for method in METHODS:
            operation = path.get(method, {"responses": {}})
            operation["responses"].pop("422", None)
            for parameter in operation.get("parameters", ()):
                if parameter["in"] == "query":
                    parameter["allowEmptyValue"] = True
    for name in OTHERS:
        found["components"]["schemas"].pop(name, None)
    return found
