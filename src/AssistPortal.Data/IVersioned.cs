namespace AssistPortal.Data;

/// <summary>
/// An entity that two people may edit at once. <see cref="Version"/> is its concurrency token: the context
/// raises it with each change, on every database alike; the second of two writers gets a
/// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
/// </summary>
public interface IVersioned
{
    int Version { get; }
}
