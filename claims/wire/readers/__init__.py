"""One reader a file, each `read(document, hint)`; `claims.wire.formats` says which reads what."""
