using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist;

/// <summary>What this module keeps in memory: see <see cref="Cached{T}"/>.</summary>
internal static class AssistTopics
{
    /// <summary>Packages with their texts, rates, terms and comparison, and the sites with what they offer.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Producers with their hours, time off and qualifications.</summary>
    public const string Producers = "producers";
}

internal sealed class AssistTopicsConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder) => builder.HasData(
        new Revision { Topic = AssistTopics.Catalogue },
        new Revision { Topic = AssistTopics.Producers });
}
