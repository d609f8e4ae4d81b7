using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Data.Revisions;

public static class RevisionTopics
{
    private const string Annotation = "Portal:Revision";

    /// <summary>
    /// The entity is kept in memory under that topic: see <see cref="Cached{T}"/>. It is changed by saving tracked
    /// entities; an update or delete in bulk draws no stamp.
    /// </summary>
    public static TBuilder CachedAs<TBuilder>(this TBuilder builder, string topic)
        where TBuilder : EntityTypeBuilder
    {
        builder.HasAnnotation(Annotation, topic);
        return builder;
    }

    internal static string? RevisionTopic(this EntityEntry entry) =>
        (string?)entry.Metadata.FindAnnotation(Annotation)?.Value;
}
