"""What the law and the office say, as data: the words of each urusan, the test of a row."""
