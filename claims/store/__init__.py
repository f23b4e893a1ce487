"""The database: the only room that knows SQLAlchemy and Alembic.

What comes in and goes out are records; functions take a connection and never commit, the desk owns the transactions.
`engine` opens, `migrations` makes and checks the schema, `tables` is the schema; the other modules each keep or read
one subject.
"""
