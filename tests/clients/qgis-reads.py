"""Reads a hub as QGIS does, without a screen, and prints what a map would have as JSON."""
import json
import sys

from qgis.core import QgsApplication, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

base = sys.argv[1]
application = QgsApplication([], False)
application.initQgis()


def ogc(collection):
    """A layer as the dialogue «WFS / OGC API Features» adds it."""
    return QgsVectorLayer(f"url='{base}/ogc' typename='{collection}' pageSize='50'", collection, 'OAPIF')


def cell(value):
    return None if isinstance(value, QVariant) and value.isNull() else value


def cells(layer, columns):
    return {f['slug']: {column: cell(f[column]) for column in columns} for f in layer.getFeatures()}


def filtered(layer, where):
    """How many a filter of the layer leaves, and how many an expression selects."""
    assert layer.setSubsetString(where), where
    counts = [len(list(layer.getFeatures()))]
    layer.setSubsetString('')
    return [*counts, len(list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(where))))]


projects = ogc('projects')
download = QgsVectorLayer(f'{base}/data/projects.geojson?status=RUNNING', 'running', 'ogr')
print(json.dumps({
    'counts': {name: len(list(ogc(name).getFeatures())) for name in ['municipalities', 'projects', 'strategies']},
    'cells': cells(projects, ['topics', 'fields', 'period_start', 'period_end', 'source_date', 'confirmed_at']),
    'filtered': {where: filtered(projects, where) for where in sys.argv[2:]},
    'download': cells(download, ['topics', 'period_end']),
}, default=str))
