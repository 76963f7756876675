# Thin on purpose: ./run does the work, so that a machine without make can do it too.
.PHONY: demo dev test check suite bench trials axe-all pictures texts lock help
.DEFAULT_GOAL := help

demo dev test check suite bench trials axe-all pictures texts lock help:
	@./run $@
