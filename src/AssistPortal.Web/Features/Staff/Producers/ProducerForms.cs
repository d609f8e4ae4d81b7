using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Makes the page of a producer's profile.</summary>
public sealed class ProducerForms(
    PortalDbContext db, ProducerBook book, CoverCheck cover, ProducerWords words, ProducerDifferences differences)
{
    /// <summary>The page with what is saved; null where there is no such producer.</summary>
    public async Task<ProducerPage?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } producer)
        {
            return null;
        }

        var packages = await words.PackagesAsync(cancellationToken);
        var account = producer.UserId is { } userId
            ? await db.Users.Where(user => user.Id == userId)
                .Select(user => user.Email)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return new ProducerPage
        {
            Producer = producer,
            Input = ProducerInput.From(producer, account, packages.Keys),
            Packages = packages,
            Uncovered = await cover.FindAsync(producer, cancellationToken),
        };
    }

    /// <summary>
    /// The form with what was typed, good for the producer as they are now; null where they are gone.
    /// </summary>
    public async Task<ProducerPage?> AgainAsync(ProducerPage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Producer!.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = now.Input.Version;
        return page with { Changed = differences.Between(page.Input, now.Input, page.Packages) };
    }

    public async Task<ProducerPage> NewAsync(ProducerInput? input, CancellationToken cancellationToken)
    {
        var packages = await words.PackagesAsync(cancellationToken);
        return new ProducerPage { Input = input ?? ProducerInput.New(packages.Keys), Packages = packages };
    }
}
