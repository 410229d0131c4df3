"""Which step may follow which, as frozen tables, one module per noun."""
