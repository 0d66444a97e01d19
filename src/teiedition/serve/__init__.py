"""The built edition over HTTP: site, data, OAI-PMH and DTS from one process (Starlette).

Everything is read from the build folder as it is at the moment of the request. A new build replaces whole
folders at once, so there is nothing to restart: a request is answered from the old build or from the new.
"""

from teiedition.serve.app import application, configured, gateway

__all__ = ["application", "configured", "gateway"]
