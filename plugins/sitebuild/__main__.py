"""``python -m sitebuild``: Invoke, which runs what stands in tasks.py."""

from invoke.main import program

from sitebuild.pipes import outlive_readers

if __name__ == "__main__":
    outlive_readers()
    program.run()
