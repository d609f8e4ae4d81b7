using AssistPortal.Assist.Meetings;
using AssistPortal.TestSupport.Directories;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

public sealed class WebexCircuitTests : IAsyncLifetime
{
    private WebexTestbed bed = null!;

    public async Task InitializeAsync() => bed = await WebexTestbed.StartAsync();

    public Task DisposeAsync()
    {
        bed.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_dead_directory_costs_the_next_host_nothing()
    {
        await KillAsync();

        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);
        Assert.Equal(DirectoryCircuit.MostFailures, bed.Stub.Requests.Count);
    }

    [Fact]
    public async Task After_one_silence_already()
    {
        bed.Stub.Always(StubFault.Cut());
        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);
        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);
        Assert.Single(bed.Stub.Requests);
    }

    [Fact]
    public async Task After_a_while_one_call_tries_again_and_the_others_do_not_wait_for_it()
    {
        await KillAsync();
        bed.Stub.Always(null);
        bed.Stub.Next(StubFault.Hangs());
        bed.Clock.Advance(DirectoryCircuit.Rest);
        using var gone = new CancellationTokenSource();
        var trial = bed.FindAsync(cancellationToken: gone.Token);
        await bed.Stub.ArrivedAsync(DirectoryCircuit.MostFailures + 1);

        Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);

        // Who tried has left without an answer: the next one tries.
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial);
        Assert.Empty(await bed.FindAsync());
        Assert.Empty(await bed.FindAsync());
    }

    [Fact]
    public async Task A_try_that_fails_lets_the_directory_rest_again()
    {
        await KillAsync();
        bed.Clock.Advance(DirectoryCircuit.Rest);
        await bed.FaultAsync();
        await bed.FaultAsync();

        Assert.Equal(DirectoryCircuit.MostFailures + 1, bed.Stub.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_directory_that_refuses_is_alive(int status)
    {
        bed.Stub.Always(StubFault.Status(status));
        for (var call = 0; call <= DirectoryCircuit.MostFailures; call++)
        {
            await bed.FaultAsync();
        }

        Assert.Equal(DirectoryCircuit.MostFailures + 1, bed.Stub.Requests.Count);
    }

    [Fact]
    public async Task Failures_count_only_in_a_row()
    {
        var failure = StubFault.Status(503);
        bed.Stub.Next(failure, failure, StubFault.Says("""{"items":[]}"""), failure, failure);
        for (var call = 0; call < 5; call++)
        {
            await Record.ExceptionAsync(() => bed.FindAsync());
        }

        Assert.Empty(await bed.FindAsync());
    }

    [Fact]
    public async Task Another_address_begins_anew_and_another_site_is_not_concerned()
    {
        await KillAsync();
        using var other = await WebexStub.StartAsync();
        bed.MoveTo(other.Address);

        Assert.Equal(DirectoryFault.AccessRefused, (await bed.FaultAsync()).Fault);
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task A_test_asks_for_little_and_asks_a_directory_that_seems_dead()
    {
        await KillAsync();
        bed.Stub.Always(null);

        await bed.Directory.TestAsync(bed.Site, CancellationToken.None);

        Assert.Equal("1", bed.Stub.Requests[^1].Query["max"]);
        Assert.False(bed.Stub.Requests[^1].Query.ContainsKey("hostEmail"));
        Assert.Empty(await bed.FindAsync());
    }

    private async Task KillAsync()
    {
        bed.Stub.Always(StubFault.Status(503));
        for (var call = 0; call < DirectoryCircuit.MostFailures; call++)
        {
            Assert.Equal(DirectoryFault.Unavailable, (await bed.FaultAsync()).Fault);
        }
    }
}
