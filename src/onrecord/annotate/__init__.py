"""From a document to layers of spans: parse, quotation marks, names, time expressions."""
