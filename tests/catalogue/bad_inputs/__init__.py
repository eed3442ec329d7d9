"""Kinds of mistake and attack that real contributions bring, each as an invented case.

``cases`` holds what single files may do, ``codes.tsv`` says which of our codes stands for which
kind. A case is a sample: the rules are written for the kind.
"""
