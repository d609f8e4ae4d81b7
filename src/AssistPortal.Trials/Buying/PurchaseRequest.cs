using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Trials.Buying;

/// <summary>A customer has asked to buy; once a day at most.</summary>
internal sealed class PurchaseRequest
{
    public required Guid TrialId { get; init; }

    /// <summary>In the customer's zone.</summary>
    public required LocalDate Day { get; init; }

    public required Guid UserId { get; init; }

    public required Instant At { get; init; }
}

internal sealed class PurchaseRequestConfiguration : IEntityTypeConfiguration<PurchaseRequest>
{
    public void Configure(EntityTypeBuilder<PurchaseRequest> builder)
    {
        builder.ToTable("PurchaseRequests");
        builder.HasKey(request => new { request.TrialId, request.Day });
        builder.HasOne<Trial>().WithMany().HasForeignKey(request => request.TrialId);
    }
}
