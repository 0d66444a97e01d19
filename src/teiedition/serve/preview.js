// In live preview: reload the page when the edition has been built anew. Reading goes on where it was.
new EventSource("/-/events").addEventListener("built", () => location.reload());
