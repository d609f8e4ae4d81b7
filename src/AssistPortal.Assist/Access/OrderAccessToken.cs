using AssistPortal.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// A mailed link to an order. Only the hash of its token is stored; it holds for some time after the event.
/// </summary>
internal sealed class OrderAccessToken
{
    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required Guid OrderId { get; init; }

    public required Instant MailedAt { get; init; }
}

internal sealed class OrderAccessTokenConfiguration : IEntityTypeConfiguration<OrderAccessToken>
{
    public void Configure(EntityTypeBuilder<OrderAccessToken> builder)
    {
        builder.ToTable("OrderAccessTokens");
        builder.HasKey(token => token.Hash);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.HasOne<Order>().WithMany().HasForeignKey(token => token.OrderId);
    }
}
