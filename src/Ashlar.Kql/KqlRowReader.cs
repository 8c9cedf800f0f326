namespace Ashlar.Kql;

/// <summary>Takes one row of a result.</summary>
public delegate void KqlRowReader(KqlCells row);
