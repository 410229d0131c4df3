"""The specification of KSD, as tests."""
