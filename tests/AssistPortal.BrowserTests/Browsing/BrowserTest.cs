using AssistPortal.TestSupport.Portal;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// A class of tests on one portal. Each visit fails on what no visit should ever show, whatever else the test asserts:
/// see <see cref="PageWatch"/>.
/// </summary>
public abstract class BrowserTest(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    protected PortalFactory Portal => fixture.Portal;

    /// <summary>Somebody new with a browser of their own visits the portal.</summary>
    protected async Task VisitAsync(Look look, Func<Visitor, Task> visit)
    {
        await using var visitor = await Visitor.ComeAsync(fixture.Address, look);
        try
        {
            await visit(visitor);
        }
        catch (Exception fault)
        {
            throw new VisitException(await visitor.DescribeAsync(), fault);
        }

        visitor.AssertNothingWrong();
    }

    /// <summary>The same, signed in as a host.</summary>
    protected Task VisitAsHostAsync(Look look, Func<Visitor, Task> visit, string host = Journeys.Host) =>
        VisitAsync(look, async visitor =>
        {
            await visitor.SignInAsync(host);
            await visit(visitor);
        });
}

/// <summary>A visit that went wrong, and where the visitor then stood.</summary>
public sealed class VisitException(string where, Exception fault) : Exception($"{fault.Message}\n{where}", fault);
